"""The shapes an article can be written in: plain text, CommonMark, schema.org JSON-LD, IPTC ninjs."""

from newsclean.export.markdown import to_markdown
from newsclean.export.ninjs import to_ninjs
from newsclean.export.plain import to_text
from newsclean.export.schema_org import to_schema_org

__all__ = ["to_markdown", "to_ninjs", "to_schema_org", "to_text"]
