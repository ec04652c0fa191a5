from enum import Enum


class Kind(Enum):
    BOOK = "book"
    JOURNAL = "journal"
    FILM = "film"
