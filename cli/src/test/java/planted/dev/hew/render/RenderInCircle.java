package planted.dev.hew.render;

/** Breaks the rule {@code cycles}, with its like in pack. */
public final class RenderInCircle {
  planted.dev.hew.pack.PackInCircle forbidden;
}
