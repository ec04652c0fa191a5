package [=package].store;

[#if storage.anyCondition()]
import java.util.List;
[/#if]
import org.springframework.http.ETag;

/** An item as it is stored, with the number that each change of it replaces by a higher one. */
public record Versioned<T>(T item, long version) {

  /** The version as the header {@code ETag} has it. */
  public String tag() {
    return etag().formattedTag();
  }
[#if storage.anyCondition()]

  /** Whether a header {@code If-Match} names this version, or takes any. */
  public boolean isAmong(String tags) {
    List<ETag> wanted = ETag.parse(tags);
    return wanted.stream().anyMatch(tag -> tag.isWildcard() || tag.compare(etag(), true));
  }
[/#if]

  private ETag etag() {
    return new ETag(Long.toString(version), false);
  }
}
