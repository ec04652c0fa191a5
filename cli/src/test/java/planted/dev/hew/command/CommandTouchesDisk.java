package planted.dev.hew.command;

/** Breaks the rule {@code edges-callers}. */
public final class CommandTouchesDisk {
  planted.dev.hew.disk.InnocentDisk forbidden;
}
