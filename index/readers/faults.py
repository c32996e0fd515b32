"""Every reason why a file, an item in it, or an address gives no article."""

from enum import unique

from index.reasons import Fault


@unique
class InputFault(Fault):
    """What is wrong with a document, or with one article in it."""

    # The file as such.
    MISSING = "no file or folder there: check the path"
    GONE = "not there: a broken link, or removed meanwhile"
    DENIED = "permission denied: allow reading it"
    UNOPENED = "cannot be opened: {detail}"
    UNREAD = "cannot be read: {detail}"
    NO_FILE = "not a regular file (a pipe, socket or device)"
    EMPTY = "empty: there is no text in it"
    TOO_LARGE = "too large: more than {megabytes} MB in one document; split it"
    PACKED = "packed with {packing}: unpack it first ({command})"
    PACKED_ZIP = "packed with a ZIP package: unpack it first, or save a document as text, HTML or PDF"
    NO_FORMAT = "not a format Khabar reads ({formats})"
    SIDECAR = "describes the articles of its folder and is none itself"
    BAD_SIDECAR = "{detail}; the articles beside it are read without it"
    NOTHING_GOOD = "none of the first {count} items is an article: given up"

    # Its bytes as text.
    BINARY = "looks binary: not a text file, whatever its name says"
    NOT_UTF8 = "not UTF-8 (first bad byte at {byte}): convert it first, for example iconv -f WINDOWS-1252 -t utf-8"
    ISCII = (
        "not UTF-8 (first bad byte at {byte}): looks like ISCII or a font of its own for Hindi; "
        "convert it to Unicode first, since iconv does not know these"
    )
    NOT_AS_MARKED = "not {charset}, though its mark says so: bad byte at {byte}"
    NOT_AS_DECLARED = "not {charset}, though it says so: bad byte at {byte}"
    OLD_FONT = "its letters are Hindi in an old font (Kruti Dev, Chanakya …) or wrongly decoded: convert it to Unicode"
    LOST_LETTERS = "its letters are lost (question marks in their place): save it again as UTF-8"

    # An article in it.
    NO_TEXT = "no article text: the body is empty"
    NO_BODY = 'no article text: "body" is missing or empty'
    NO_TEXT_IN_ENTRY = "no article text: the entry has neither content nor a summary"
    NO_TEXT_ON_PAGE = "no article text found: is it a front page, a list of links or a page that needs scripts?"
    LONG_BODY = "too long: a body of {count:,} characters (up to {most:,} are read); split it"
    LONG_TEXT = "too long: {count:,} characters in one article (up to {most:,} are read); split it"
    LONG_FIELD = "too long: {field} has {count:,} characters (up to {most:,} are read)"
    LONG_LINE = "too long: more than {megabytes} MB on one line"
    NOT_TEXT = '"{field}" must be a text, not {detail}'
    TOO_DEEP = "nested more than {most} levels deep"

    # Pages and feeds.
    MANY_TAGS = "too large: a page of more than {most:,} tags"
    NO_PAGE = "no page: {detail}"
    NO_FEED = "not a feed that can be read: {detail}"
    NO_ENTRIES = "the feed has no entries"
    ENTITIES = "declares XML entities, which news feeds do not need: remove them first"
    OTHER_XML = "an XML file that is neither an RSS or Atom feed nor a page"

    # JSON and tables.
    NOT_JSON = "not JSON: {detail}"
    BROKEN_JSON = "not JSON: {detail} at character {character}"
    DEEP_JSON = "not JSON that can be read: nested too deeply"
    NO_OBJECT = "not a JSON object with the article's fields"
    NO_SIDECAR_OBJECT = 'not a JSON object such as {{"source": "…", "language": "hi"}}'
    SIDECAR_FIELD = '"{field}" must be a text'
    NO_HEADER = "empty: there is no header row in it"
    NO_COLUMN = "no column for the article's text among {columns}: name one “body” in the header"
    NO_ROW = "not a row of the table ({detail}): is a quote opened and not closed?"
    MANY_CELLS = "{cells} cells under {columns} columns: is one not quoted?"

    # PDF.
    EMPTY_PDF = "empty: there is nothing in it"
    NO_PDF = "not a PDF that can be read: {detail}"
    DAMAGED_PDF = "damaged: {detail}"
    LOCKED_PDF = "encrypted: save it without a password first"
    MANY_PAGES = "too long: {count} pages (up to {most} are read)"
    LONG_PDF = "too long: more than {most:,} characters"
    SLOW_PDF = "takes more than {seconds} seconds to read: is it a decompression bomb?"
    HEAVY_PDF = "takes more memory or time to read than a document should: is it a decompression bomb?"
    SWELLING_PDF = "a part of it unpacks to far more than its size: is it a decompression bomb?"
    SCANNED_PDF = "no text in it: a scanned PDF has pictures of pages only; run text recognition (OCR) first"
    PDF_FONT = "its Hindi is in an old font (Kruti Dev, Chanakya …): convert it to Unicode first"
    UNMAPPED_PDF = "its letters have no names in the file (no Unicode map): save it again as text, or run OCR"
    SHUFFLED_PDF = "its Hindi letters stand out of order in the file: save it again as text, or run OCR"


@unique
class AddressFault(Fault):
    """Why an address gives nothing that could be read."""

    NO_ADDRESS = "not a web address: give one like https://example.org/page"
    UNKNOWN_HOST = "{host} is not known: check the address"
    UNREACHABLE = "cannot be reached ({detail}): check the address and the network"
    SILENT = "the server does not answer: try again later"
    SLOW = "no whole answer within {seconds} seconds: try again later"
    PRIVATE = "leads into a private network ({host}): not read here"
    MANY_REDIRECTS = "more than {most} redirects: give the address that they lead to"
    REDIRECTS_NOWHERE = "redirects to what is no web address: {address}"
    REDIRECTS_INSIDE = "redirects into a private network ({host}): not followed"
    BAD_STATUS = "the server answered {status} {detail}: check the address"
    NOT_GIVEN = "the server answered {status} {detail}: it gives the page to some only; save it and ingest the file"
    IN_TROUBLE = "the server answered {status} {detail}: try again later"
    NO_SUCH_TYPE = "is {type}, not a page, feed, text, table, JSON or PDF"
    NO_TYPE = "is of no known type, not a page, feed, text, table, JSON or PDF"
    BAD_PACKING = "is packed as {packing}, which was not asked for: not read"
    NOT_UNPACKED = "cannot be unpacked ({detail}): try again later"
    LARGE_ANSWER = "larger than {megabytes} MB: save it and ingest the file"
