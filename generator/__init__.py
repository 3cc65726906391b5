"""Annual reports on open government information in, a static site out."""

__version__ = "0.1.0"
