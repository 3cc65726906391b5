"""Page objects and Markdown → bytes: the only user of jinja2 and markdown-it."""

from generator.render.assets import Asset, load_assets
from generator.render.markdown import default_text, prose
from generator.render.templates import POLICY, Renderer, Site

__all__ = ["POLICY", "Asset", "Renderer", "Site", "default_text", "load_assets", "prose"]
