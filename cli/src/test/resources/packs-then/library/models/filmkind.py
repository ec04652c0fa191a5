from enum import Enum


class FilmKind(Enum):
    FILM = "film"
