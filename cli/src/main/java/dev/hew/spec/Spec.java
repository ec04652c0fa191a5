package dev.hew.spec;

import dev.hew.resource.Correction;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the user wants made of a contract.
 *
 * @param name the service's name; empty to take it from the contract's title
 * @param stack the id of a pack; empty for the default
 * @param pack where a pack from elsewhere is; empty for a stack of hew's own
 * @param contract where the contract stands, relative to the manifest
 * @param source where the contract came from
 * @param options the pack's options that are not at their default, as written
 * @param migrations whether hew writes a migration when the tables change
 * @param resources what the user knows better about what is stored, by path
 */
public record Spec(
    Optional<String> name,
    Optional<String> stack,
    Optional<String> pack,
    String contract,
    Optional<String> source,
    Map<String, String> options,
    boolean migrations,
    Map<String, Correction> resources) {

  public Spec {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
  }

  /** The same with one of hew's own stacks. */
  public Spec ofStack(String id) {
    return new Spec(
        name, Optional.of(id), Optional.empty(), contract, source, options, migrations, resources);
  }

  /** The same with a pack from elsewhere. */
  public Spec ofPack(String where) {
    return new Spec(
        name,
        Optional.empty(),
        Optional.of(where),
        contract,
        source,
        options,
        migrations,
        resources);
  }

  /** The same with these options. */
  public Spec withOptions(Map<String, String> others) {
    return new Spec(name, stack, pack, contract, source, others, migrations, resources);
  }
}
