package planted.dev.hew.pack;

/** Breaks the rule {@code cycles}, with its like in render. */
public final class PackInCircle {
  planted.dev.hew.render.RenderInCircle forbidden;
}
