"""The pages of a PDF around its text: margins, running title, page numbers, outline. Knows nothing of notes."""

from typing import BinaryIO, Final

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph
from reportlab.platypus.doctemplate import IndexingFlowable

from desk.printing import wording
from desk.printing.pdf_letters import PLAIN, drawable, markup
from desk.printing.pdf_styles import GREY

MARGIN: Final = 2.5 * cm
_EDGE: Final = 1.4 * cm  # of the running title and the page numbers
_SIZE: Final = 8
_RUNNING: Final = 90  # characters of the title at the top of a page: one line
_PAGE: Final = "Bladzijde {page} van {pages}"


class Heading(Paragraph):
    """A heading that stands in the outline and the contents: `anchor` is the name to go there by, `plain` its text."""

    anchor = ""
    plain = ""


class Pages(BaseDocTemplate):
    """A4 pages with the title at the top of all but the first, and numbers at the foot."""

    def __init__(self, file: BinaryIO, title: str, subject: str) -> None:
        """Begin.

        Args:
            file: Where the PDF is written to.
            title: Of the file, and at the top of its pages.
            subject: Of the file.
        """
        super().__init__(
            file,
            pagesize=A4,
            title=title,
            subject=subject,
            author=wording.AUTHOR,
            creator=wording.AUTHOR,
            lang=wording.LANGUAGE,
            displayDocTitle=True,
            initialFontName=PLAIN,  # else Helvetica, which does not come with the file
            invariant=1,
            pageCompression=1,
        )
        self.total = Total()
        self._running = drawable(wording.short(title, _RUNNING))
        width, height = A4
        frame = Frame(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN, 0, 0, 0, 0)
        self.addPageTemplates(PageTemplate(frames=[frame], onPage=self._head, onPageEnd=self._foot))

    def afterFlowable(self, flowable: Flowable) -> None:
        """Put a heading that was just drawn into the outline and the contents."""
        if isinstance(flowable, Heading):
            self.canv.bookmarkPage(flowable.anchor)
            self.canv.addOutlineEntry(flowable.plain, flowable.anchor, 0)
            self.notify("TOCEntry", (0, markup(flowable.plain), self.page, flowable.anchor))

    def afterPage(self) -> None:
        """Count."""
        self.notify(Total.KIND, self.page)

    def _head(self, canvas: Canvas, _: BaseDocTemplate) -> None:
        if self.page > 1:
            _write(canvas, A4[1] - _EDGE, self._running)

    def _foot(self, canvas: Canvas, _: BaseDocTemplate) -> None:
        _write(canvas, _EDGE, _PAGE.format(page=self.page, pages=self.total.pages), is_right=True)


class Total(IndexingFlowable):
    """How many pages there are; known when they have been laid out once, so it asks for a second time."""

    KIND = "Page"

    def __init__(self) -> None:
        super().__init__()
        self.pages = self._counted = 0

    def notify(self, kind: str, stuff: int) -> None:
        """Hear that a page is full."""
        if kind == self.KIND:
            self._counted = stuff

    def beforeBuild(self) -> None:
        """Keep the count of the last time."""
        self.pages = self._counted

    def isSatisfied(self) -> bool:
        """Whether the numbers on the pages are right."""
        return self.pages == self._counted

    def wrap(self, *_: float) -> tuple[float, float]:
        """Take no room."""
        return 0, 0

    def draw(self) -> None:
        """Show nothing."""


def _write(canvas: Canvas, y: float, text: str, is_right: bool = False) -> None:
    canvas.saveState()
    canvas.setFont(PLAIN, _SIZE)
    canvas.setFillColor(GREY)
    if is_right:
        canvas.drawRightString(A4[0] - MARGIN, y, text)
    else:
        canvas.drawString(MARGIN, y, text)
    canvas.restoreState()
