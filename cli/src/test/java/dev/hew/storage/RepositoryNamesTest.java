package dev.hew.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.model.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RepositoryNamesTest {
  private static final String POINTER = "#/definitions/dto.Brand /v1/brand";

  private static RepositoryNames names(Map<String, String> known, String... others) {
    return new RepositoryNames(known, List.of("/v1/brand", "/shops/{id}/brand"), Set.of(others));
  }

  private static String brand(RepositoryNames names) {
    return names.take(POINTER, Words.of("brand"), "DtoBrand", "brand", false, Words.of("v1"));
  }

  private static String brandOfShop(RepositoryNames names) {
    return names.take(
        "#/definitions/dto.Brand /shops/{id}/brand",
        Words.of("brand"),
        "DtoBrand",
        "shop_brand",
        false,
        Words.of("shop"));
  }

  @Test
  void areThoseOfThingsAndNotOfTypes() {
    RepositoryNames names = names(Map.of());
    assertEquals("BrandRepository", brand(names));
    assertEquals("ShopBrandRepository", brandOfShop(names));
    assertEquals("V1BrandRepository", brand(names(Map.of(), "brandRepository")));
  }

  /** A class that its owner may have changed, and others use, stays where it is. */
  @Test
  void stayWhatTheyAre() {
    for (String before :
        List.of("DtoBrandRepository", "V1DtoBrandRepository", "DtoBrand2Repository")) {
      RepositoryNames names = names(Map.of(POINTER, before));
      assertEquals("BrandRepository", brandOfShop(names));
      assertEquals(before, brand(names));
    }
    assertEquals("BrandRepository", brand(names(Map.of(POINTER, "../Elsewhere"))));
  }
}
