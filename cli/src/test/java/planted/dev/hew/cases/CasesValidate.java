package planted.dev.hew.cases;

/** Breaks the rule {@code door-schema}. */
public final class CasesValidate {
  com.networknt.schema.Schema forbidden;
}
