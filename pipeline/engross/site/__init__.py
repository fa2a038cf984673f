"""A collection of resolutions as a static site: lists, full-text search, citations, feeds.

The site is files alone. It works from any folder of any server and from `file:`, without a request to anywhere
else; its search loads small parts of an index as script files, because `file:` pages may not fetch.

`record` takes from a source what the site needs to know of it; `collection` puts the versions of a resolution
together and works out who cites whom; `index` makes the parts of the search index from the records, by the words
of `words`; `pages` and `feeds` print; `build` does the whole, and again only what a change asks for.
"""

from engross.site.build import Site, build

__all__ = ["Site", "build"]
