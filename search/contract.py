"""An answer as JSON: the contract of `search --json` and of /api/zoek."""

from search.answer import Answer, Correction, Result, Source


def as_json(answer: Answer) -> dict[str, object]:
    """Return the answer as the command line prints it."""
    searched = answer.searched
    return {
        "question": answer.query.text,
        "understood": dict(answer.understood),
        "correction": _correction(answer.correction) if answer.correction else None,
        "abstained": answer.abstained,
        "hits": [_hit(result) for result in answer.results],
        "more": answer.more,
        "suggestions": list(answer.suggestions),
        "searched": {
            "documents": searched.documents,
            "passages": searched.passages,
            "without_text": searched.without_text,
            "from": searched.since.isoformat() if searched.since else None,
            "to": searched.until.isoformat() if searched.until else None,
        },
    }


def _correction(correction: Correction) -> dict[str, object]:
    return {"text": correction.text, "mistaken": list(correction.mistaken), "applied": correction.is_applied}


def _hit(result: Result) -> dict[str, object]:
    document, passage = result.document, result.passage
    sentence = result.sentence
    return {
        "rank": result.rank,
        "score": round(result.score, 4),
        "document": document.id,
        "path": document.path,
        "title": document.title,
        "kind": str(document.kind),
        "municipality": document.municipality,
        "body": document.body,
        "date": document.date.isoformat() if document.date else None,
        "page": passage.page,
        "text": passage.text,
        "headings": list(passage.headings),
        "highlights": [[word.start, word.end] for word in result.words],
        "sentence": [sentence.start, sentence.end] if sentence else None,
        "dossier": document.dossier,
        "other_pages": sorted({other.page for other in result.others}),
        "sources": [_source(source) for source in result.sources],
    }


def _source(source: Source) -> dict[str, object]:
    document = source.document
    return {
        "document": document.id,
        "path": document.path,
        "title": document.title,
        "kind": str(document.kind),
        "page": source.passage.page,
    }
