package [=package].web;

import com.flipkart.zjsonpatch.Jackson3JsonPatch;
import com.flipkart.zjsonpatch.JsonPatchApplicationException;
import com.flipkart.zjsonpatch.JsonPatchTestFailedException;
import jakarta.validation.Validator;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Applies JSON Patches (RFC 6902). */
@Component
class JsonPatches {
  private final JsonMapper mapper;
  private final Validator validator;

  JsonPatches(JsonMapper mapper, Validator validator) {
    this.mapper = mapper;
    this.validator = validator;
  }

  /**
   * The item as the patch leaves it.
   *
   * @param fixed the properties that are not for callers to change
   * @throws ResponseStatusException when the patch cannot be applied, or what it leaves is no right item
   */
  <T> T apply(JsonNode patch, T item, Class<T> type, Set<String> fixed) {
    JsonNode before = mapper.valueToTree(item);
    JsonNode after = applied(patch, before);
    for (String name : fixed) {
      if (!before.path(name).equals(after.path(name))) {
        throw wrong(name + " cannot be changed");
      }
    }
    T changed = read(after, type);
    String problems =
        validator.validate(changed).stream()
            .map(problem -> problem.getPropertyPath() + " " + problem.getMessage())
            .sorted()
            .collect(Collectors.joining("; "));
    if (!problems.isEmpty()) {
      throw wrong(problems);
    }
    return changed;
  }

  private static JsonNode applied(JsonNode patch, JsonNode item) {
    try {
      return Jackson3JsonPatch.apply(patch, item);
    } catch (JsonPatchTestFailedException failed) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, "A test of the patch fails.", failed);
    } catch (JsonPatchApplicationException | IllegalArgumentException inapplicable) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The patch cannot be applied.", inapplicable);
    }
  }

  private <T> T read(JsonNode json, Class<T> type) {
    try {
      return mapper.treeToValue(json, type);
    } catch (JacksonException mismatch) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The patch leaves no right item.", mismatch);
    }
  }

  private static ResponseStatusException wrong(String what) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, what);
  }
}
