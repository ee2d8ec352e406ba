"""Turns a PDF into what an old copier makes of it: slightly turned, noisy grey pages without text."""

import io
import random

import pypdfium2 as pdfium  # type: ignore[import-untyped, unused-ignore]
from PIL import Image, ImageChops
from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped, unused-ignore]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped, unused-ignore]

from corpus_sources.furniture import seed
from corpus_sources.source import FICTITIOUS, Source

_DPI = 150


def scan(source: Source, pdf: bytes) -> bytes:
    """The same pages as images in a PDF without a text layer."""
    chance = random.Random(seed(source, "scan"))  # noqa: S311 (noise, not secrecy)
    document = pdfium.PdfDocument(pdf)
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1, pageCompression=0)
    canvas.setTitle(source.title)
    canvas.setSubject(FICTITIOUS)
    canvas.setCreator("Voorbeeldcorpus")
    for number in range(len(document)):
        page = document[number]
        width, height = page.get_size()
        image = page.render(scale=_DPI / 72, grayscale=True).to_pil().convert("L")
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(_copied(image, chance)), 0, 0, width, height)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _copied(image: Image.Image, chance: random.Random) -> io.BytesIO:
    turned = image.rotate(chance.uniform(-0.8, 0.8), Image.Resampling.BICUBIC, fillcolor=250)
    small = (turned.width // 2, turned.height // 2)
    grain = Image.frombytes("L", small, chance.randbytes(small[0] * small[1])).resize(turned.size)
    noisy = ImageChops.subtract(turned, grain.point(lambda value: value // 12))
    for _ in range(40):  # specks of dust
        spot = (chance.randrange(noisy.width - 3), chance.randrange(noisy.height - 3))
        noisy.paste(90, (spot[0], spot[1], spot[0] + chance.randint(1, 3), spot[1] + chance.randint(1, 2)))
    file = io.BytesIO()
    noisy.save(file, "JPEG", quality=38, dpi=(_DPI, _DPI))
    file.seek(0)
    return file
