"""HTTP routes beside the screens: page images, originals, JSON search, health. Each asks in the name of a Reader."""

from api.routes import middleware, routes

__all__ = ["middleware", "routes"]
