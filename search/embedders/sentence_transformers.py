"""Any model of the sentence-transformers library, from the hub or from a folder.

Knows which words different families want before a question and before a passage. Runs no code that comes with a
model, and reads weights as safetensors only.
"""

import os
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from ..types import Vectors

_BATCH = 32  # 8 against 32 at 128 tokens: within 14 % (performance.md, section 3); the library sorts by length

_INSTRUCT = "Instruct: Given a question, retrieve passages that answer it\nQuery: "
_ENGLISH_BGE = "Represent this sentence for searching relevant passages: "

# For models that do not say so themselves: part of the name, before a question, before a passage. First match counts.
_PREFIXES: tuple[tuple[str, str, str], ...] = (
    ("e5-mistral", _INSTRUCT, ""),
    ("e5-large-instruct", _INSTRUCT, ""),
    ("e5-", "query: ", "passage: "),
    ("bge-small-en", _ENGLISH_BGE, ""),
    ("bge-base-en", _ENGLISH_BGE, ""),
    ("bge-large-en", _ENGLISH_BGE, ""),
    ("gte-qwen", _INSTRUCT, ""),
    ("nomic-embed", "search_query: ", "search_document: "),
    ("modernbert-embed", "search_query: ", "search_document: "),
    ("arctic-embed", "query: ", ""),
)


class ModelNotFound(ValueError):
    """The embedding model is not on this machine, or cannot be used. The message is in Dutch and says what to do."""


class SentenceTransformers:
    """An Embedder around one model; it may be shared between threads."""

    def __init__(self, model: Any, name: str) -> None:
        self._model = model
        self._query, self._passage = prefixes(name, model.prompts)
        self.dim: int = model.get_embedding_dimension()
        prompts = sha256(f"{self._query}\0{self._passage}".encode()).hexdigest()[:8]
        self.name = f"{name}@{_fingerprint(model)}+prompts={prompts}"

    def embed_passages(self, texts: Sequence[str], /) -> Vectors:
        """Return one unit vector per text, shape (n, dim), in the order of the texts."""
        if not texts:
            return np.empty((0, self.dim), dtype=np.float32)
        return self._encode(self._model.encode_document, texts, self._passage)

    def embed_query(self, text: str, /) -> Vectors:
        """Return a unit vector, shape (dim,)."""
        vector: Vectors = self._encode(self._model.encode_query, [text], self._query)[0]
        return vector

    def _encode(self, encode: Any, texts: Sequence[str], prompt: str) -> Vectors:
        """Encode texts; `encode_query` and `encode_document` also tell a router which way to go."""
        vectors = encode(
            [text.encode("utf-8", "replace").decode("utf-8") for text in texts],
            prompt=prompt,
            batch_size=_BATCH,
            show_progress_bar=False,
            convert_to_numpy=True,
        )
        return _unit(np.asarray(vectors, dtype=np.float32))


def build(model: str, threads: int | None = None) -> SentenceTransformers:
    """Return the model called `model` on the hub, or lying in the folder `model`.

    A folder is read without touching the network. A hub name is looked up in the cache, then downloaded, unless
    HF_HUB_OFFLINE=1: naming it is asking for it.

    Raises:
        ModelNotFound: When it is neither here nor to be had, or needs code of its own.
    """
    local = Path(model).is_dir()
    if not local and (model.startswith((".", "/", "~")) or model.count("/") > 1 or not model.strip()):
        raise ModelNotFound(f"Er is geen map '{model}' met een taalmodel. Controleer de naam van de map.")
    if local and _is_pickled(Path(model)):
        raise ModelNotFound(_advice(model, local))
    try:
        return SentenceTransformers(_load(model, local), Path(model).name if local else model)
    except (OSError, ValueError, ImportError, RuntimeError) as error:
        raise ModelNotFound(_advice(model, local)) from error
    finally:
        _use(threads)


def prefixes(name: str, prompts: Mapping[str, str | None]) -> tuple[str, str]:
    """Return what to put before a question and before a passage: as the model says, else as its family is known to.

    Args:
        name: The hub name or the name of the folder.
        prompts: The model's own, by task; models without any list the tasks with empty texts.
    """
    query = prompts.get("query") or ""
    passage = next((prompts[task] or "" for task in ("document", "passage", "corpus") if prompts.get(task)), "")
    if query or passage:
        return query, passage
    return next(((q, p) for part, q, p in _PREFIXES if part in name.lower()), ("", ""))


def _load(model: str, local: bool) -> Any:
    """Load a model; from the hub's cache without asking the network whenever it is there."""
    from sentence_transformers import SentenceTransformer

    def load(*, here_only: bool) -> Any:
        return SentenceTransformer(
            model,
            device="cpu",
            trust_remote_code=False,
            local_files_only=here_only,
            model_kwargs={"use_safetensors": True},
        )

    try:
        return load(here_only=True)
    except (OSError, ValueError):
        if local or os.environ.get("HF_HUB_OFFLINE", "").upper() in {"1", "ON", "YES", "TRUE"}:
            raise
    return load(here_only=False)


def _is_pickled(folder: Path) -> bool:
    """Whether any module has its weights as a pickle only. The library would read those, if without running them."""
    return any(not list(file.parent.glob("*.safetensors")) for file in folder.rglob("*.bin"))


def _use(threads: int | None) -> None:
    """Set how many threads torch uses; it has one number for the whole process."""
    if threads:
        import torch

        torch.set_num_threads(threads)


def _advice(model: str, local: bool) -> str:
    if local:
        return (
            f"Het taalmodel in de map '{model}' kan niet worden gelezen. Nodig is een map die "
            "sentence-transformers bewaarde, met gewichten als safetensors en zonder eigen programmacode."
        )
    return (
        f"Het taalmodel '{model}' staat niet op deze computer en kon niet worden opgehaald. Haal het op met "
        f"'hf download {model}' op een computer met internet, kopieer de map naar hier en geef de map op; "
        "of laat de keuze van het model weg: het ingebouwde model is er altijd."
    )


def _fingerprint(model: Any) -> str:
    """Return what names the parameters: a digest of all of them.

    Not the hub's revision: a folder has none. 1.1 GB (multilingual-e5-base) is a second, on top of torch's start.
    """
    digest = sha256()
    for key, value in sorted(model.state_dict().items()):
        digest.update(key.encode())
        digest.update(value.detach().cpu().float().contiguous().numpy().data)
    return f"sha256-{digest.hexdigest()[:16]}"


def _unit(vectors: Vectors) -> Vectors:
    """Return the vectors with length 1; a vector of zeros, as some models give for nothing, becomes the first axis."""
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    zero = norms[:, 0] == 0
    unit: Vectors = (vectors / np.where(zero[:, None], 1, norms)).astype(np.float32)
    unit[zero, 0] = 1
    return unit
