"""The errors of the knowledge base.

KnowledgeBaseError
+-- NoKnowledgeBase      nothing has been read into this folder yet          (exit code 10)
+-- Locked               another process is writing                          (exit code 11)
+-- SchemaTooNew         made by a newer version; update first
+-- ModelMismatch        the vectors were made by another model
+-- QueryError           the question or a filter makes no sense; shown in Dutch
+-- NotFound             no such document or page, or not for this reader: deliberately the same
"""


class KnowledgeBaseError(Exception):
    """Anything that this program reports and does not hide. The message is in Dutch and says what to do."""


class NoKnowledgeBase(KnowledgeBaseError):
    """The folder holds no knowledge base."""


class Locked(KnowledgeBaseError):
    """Another process is writing to the knowledge base."""


class SchemaTooNew(KnowledgeBaseError):
    """The knowledge base was made by a newer version of this program."""


class ModelMismatch(KnowledgeBaseError):
    """The passages were embedded by another model than the one that was asked for."""


class QueryError(KnowledgeBaseError):
    """The question or one of its filters cannot be used."""


class NotFound(KnowledgeBaseError):
    """There is no such document or page, or this reader may not read it; which of the two is not told."""
