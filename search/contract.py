"""An answer as JSON: the contract of `search --json` and of /api/zoek."""

from search.types import Answer, Result


def as_json(answer: Answer) -> dict[str, object]:
    """Return the answer as the command line prints it."""
    searched = answer.searched
    return {
        "question": answer.query.text,
        "understood": dict(answer.understood),
        "abstained": answer.abstained,
        "hits": [_hit(result) for result in answer.results],
        "more": answer.more,
        "searched": {
            "documents": searched.documents,
            "passages": searched.passages,
            "without_text": searched.without_text,
            "from": searched.since.isoformat() if searched.since else None,
            "to": searched.until.isoformat() if searched.until else None,
        },
    }


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
    }
