from __future__ import annotations

Item = "Book | Journal | Film"
