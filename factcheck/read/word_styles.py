"""The part that a paragraph of Word plays, by its style and its own properties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

#: An element of Word's XML; lxml, which makes them, tells no types.
Element = Any

#: What the names of Word's elements and attributes begin with.
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

#: The part that paragraphs of a style play; Word keeps these names in English whatever language it speaks.
STYLE_ROLES = (
    (("title", "subtitle", "heading"), Role.HEADLINE),
    (("caption",), Role.CAPTION),
    (("quote", "intense quote", "block text"), Role.QUOTATION),
    (("list",), Role.LIST_ITEM),
)
#: A table of contents says only what the headings say, with numbers of pages.
CONTENTS = ("toc ", "table of figures")


class Styles:
    """Knows the part that a paragraph plays by its style and the styles that this one is based on."""

    def __init__(self, word: Any) -> None:
        elements = word.styles.element.iterchildren(f"{W}style")
        self._styles = {style.get(f"{W}styleId"): style for style in elements}
        self._roles: dict[str | None, Role | None] = {}

    def role(self, paragraph: Element) -> Role | None:
        """The part it plays; None for what is not to be read."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return Role.BODY
        named = properties.find(f"{W}pStyle")
        style = None if named is None else named.get(f"{W}val")
        if style not in self._roles:
            self._roles[style] = self._role_of(style)
        role = self._roles[style]
        return _listed(properties) if role is Role.BODY else role

    def _role_of(self, style: str | None) -> Role | None:
        for element in self._chain(style):
            named = element.find(f"{W}name")
            name = "" if named is None else (named.get(f"{W}val") or "").lower()
            if name.startswith(CONTENTS):
                return None
            for names, role in STYLE_ROLES:
                if name in names or name.startswith(tuple(f"{known} " for known in names)):
                    return role
            properties = element.find(f"{W}pPr")
            if properties is not None and (role := _listed(properties)) is not Role.BODY:
                return role
        return Role.BODY

    def _chain(self, style: str | None) -> Iterator[Element]:
        """A style, the one that it is based on, and so on."""
        seen = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            based = self._styles[style].find(f"{W}basedOn")
            style = None if based is None else based.get(f"{W}val")


def _listed(properties: Element) -> Role:
    """Whether a paragraph is a heading or an item of a list by its own properties."""
    level, number = properties.find(f"{W}outlineLvl"), properties.find(f"{W}numPr/{W}numId")
    if level is not None and level.get(f"{W}val") in set("012345678"):
        return Role.HEADLINE
    return Role.LIST_ITEM if number is not None and number.get(f"{W}val") != "0" else Role.BODY
