"""An answer as text for a terminal."""

from search.types import Answer, Result


def as_text(answer: Answer) -> str:
    """Return the answer for a person at a terminal."""
    if answer.abstained:
        searched = answer.searched
        return (
            f"Niets gevonden. Gezocht in {searched.documents} documenten ({searched.passages} passages);"
            f" {searched.without_text} documenten hebben geen tekst (scans)."
        )
    return "\n\n".join(_card(result) for result in answer.results)


def _card(result: Result) -> str:
    document, passage = result.document, result.passage
    about = " · ".join(
        part
        for part in (
            document.municipality,
            document.body,
            document.date.strftime("%d/%m/%Y") if document.date else None,
            str(document.kind),
        )
        if part
    )
    sentence = result.sentence
    text = passage.text[sentence.start : sentence.end] if sentence else passage.text[:300]
    return f"{result.rank}. {document.title}\n   {about}\n   p. {passage.page}: {text}\n   {document.path}"
