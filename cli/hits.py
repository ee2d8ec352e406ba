"""An answer as text for a terminal."""

from search.answer import Answer, Result


def as_text(answer: Answer) -> str:
    """Return the answer for a person at a terminal."""
    return "\n\n".join((*_read_as(answer), _found(answer)))


def _read_as(answer: Answer) -> list[str]:
    """Return how the question was read, where that is not as it was typed."""
    lines = []
    if answer.correction and answer.correction.is_applied:
        lines.append(f"Niets gevonden zoals getypt; gezocht op: {answer.correction.text}")
    elif answer.correction:
        lines.append(f"Bedoelde u: {answer.correction.text}")
    if answer.ignored and not answer.abstained:
        lines.append(f"Gezocht zonder: {', '.join(notion.said for notion in answer.ignored)} (daarmee past hier niets)")
    return lines


def _found(answer: Answer) -> str:
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
