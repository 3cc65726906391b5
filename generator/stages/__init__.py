"""The steps of a build that workers carry out: files are read, townships are published, then areas
and tables.

Each is a value that is called with a batch of things and gives a result that follows from these
things, from itself and from the program alone, so results are kept in a store by a key made of all
three. Between the steps the build finds out what takes the whole corpus.
"""

from generator.stages.areas import AreaPublisher, publish_areas
from generator.stages.data import PartPublisher, publish_parts
from generator.stages.pipeline import PublishedTownships, publish_all, read_all
from generator.stages.planned import KeyedProduct, Product
from generator.stages.publishing import Publisher
from generator.stages.reading import Reader

__all__ = [
    "AreaPublisher",
    "KeyedProduct",
    "PartPublisher",
    "Product",
    "PublishedTownships",
    "Publisher",
    "Reader",
    "publish_all",
    "publish_areas",
    "publish_parts",
    "read_all",
]
