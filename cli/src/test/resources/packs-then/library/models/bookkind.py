from enum import Enum


class BookKind(Enum):
    BOOK = "book"
