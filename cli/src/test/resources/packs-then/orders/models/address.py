from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Address:
    street: str  # street
    city: str  # city
    postal_code: str  # postalCode
    country: str  # country
