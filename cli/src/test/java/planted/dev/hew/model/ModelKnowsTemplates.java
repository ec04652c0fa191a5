package planted.dev.hew.model;

/** Breaks the rule {@code door-freemarker}. */
public final class ModelKnowsTemplates {
  freemarker.template.Template forbidden;
}
