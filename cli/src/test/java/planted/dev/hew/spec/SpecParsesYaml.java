package planted.dev.hew.spec;

/** Breaks the rule {@code door-yaml}. */
public final class SpecParsesYaml {
  org.snakeyaml.engine.v2.api.Load forbidden;
}
