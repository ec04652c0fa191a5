package org.example.library.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.example.library.api.model.FindItemsPublished;
import org.example.library.api.model.Item;
import org.example.library.api.model.Kind;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the library owns.
 *
 * <p>A method that nobody overrides answers with the contract's example.
 */
public interface CatalogueApi {

  /** Find items */
  @GetMapping(path = "/items", produces = "application/json")
  default ResponseEntity<List<Item>> findItems(
      @RequestParam(required = false) @Size(min = 1) @UniqueItems List<Kind> kind,
      @RequestParam(required = false) @CodePoints(min = 2) String title,
      @Styled(
              in = Styled.In.QUERY,
              name = "published",
              style = Styled.Style.DEEP_OBJECT,
              explode = true,
              required = false)
          @Valid
          FindItemsPublished published,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) Integer limit) {
    return Stub.answer("findItems");
  }

  /** Add an item to the catalogue */
  @PostMapping(path = "/items", consumes = "application/json", produces = "application/json")
  default ResponseEntity<Item> addItem(@RequestBody @BodySchema("Item") @Valid Item body) {
    return Stub.answer("addItem");
  }

  /** Read an item */
  @GetMapping(path = "/items/{itemId}", produces = "application/json")
  default ResponseEntity<Item> getItem(@PathVariable @Pattern(regexp = "^[BJF]-[0-9]{6}$") String itemId) {
    return Stub.answer("getItem");
  }

  /** Withdraw an item from the catalogue */
  @DeleteMapping("/items/{itemId}")
  default ResponseEntity<Void> withdrawItem(@PathVariable @Pattern(regexp = "^[BJF]-[0-9]{6}$") String itemId) {
    return Stub.answer("withdrawItem");
  }

  /** Upload the picture of the cover */
  @PutMapping(path = "/items/{itemId}/cover", consumes = "multipart/form-data")
  default ResponseEntity<Void> uploadCover(
      @PathVariable @Pattern(regexp = "^[BJF]-[0-9]{6}$") String itemId,
      @RequestPart MultipartFile picture,
      @RequestParam(required = false) @CodePoints(max = 200) String caption) {
    return Stub.answer("uploadCover");
  }

  /** Download the picture of the cover */
  @GetMapping(path = "/items/{itemId}/cover", produces = "image/png")
  default ResponseEntity<Resource> downloadCover(@PathVariable @Pattern(regexp = "^[BJF]-[0-9]{6}$") String itemId) {
    return Stub.answer("downloadCover");
  }
}
