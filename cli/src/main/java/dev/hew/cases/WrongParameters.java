package dev.hew.cases;

import dev.hew.contract.Operation;
import dev.hew.contract.Parameter;
import dev.hew.contract.Parameter.In;
import dev.hew.schema.Direction;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/** Makes requests in which a required parameter is missing, or one parameter breaks one constraint. */
final class WrongParameters {
  private final Overlap overlap;
  private final Workshop workshop;
  private final Wrongs wrongs;
  private final int most;

  /** @param most how many constraints of the parameters of an operation are broken */
  WrongParameters(Overlap overlap, Workshop workshop, Wrongs wrongs, int most) {
    this.overlap = overlap;
    this.workshop = workshop;
    this.wrongs = wrongs;
    this.most = most;
  }

  /** @param draft a right request */
  List<Negatives.Wrong> of(Operation operation, Draft draft) {
    List<Negatives.Wrong> found = new ArrayList<>();
    int room = most;
    for (Parameter parameter : operation.parameters()) {
      if (draft.credentials().carry(parameter)) {
        continue; // what stands there is a credential, and wrong ones are cases of their own
      }
      String where = parameter.in().word() + "-" + parameter.name();
      if (operation.demands(parameter) && parameter.in() != In.PATH) {
        found.add(
            new Negatives.Wrong("missing-" + where, draft.without(parameter), parameter.place()));
      }
      if (workshop.value(parameter).isEmpty() || room == 0) {
        continue;
      }
      for (Wrongs.Wrong wrong : broken(parameter, draft, room)) {
        found.add(new Negatives.Wrong(
            where + "." + wrong.name(), draft.with(parameter, wrong.value()), wrong.why()));
        room--;
      }
    }
    return found;
  }

  private List<Wrongs.Wrong> broken(Parameter parameter, Draft draft, int room) {
    Node right = workshop.value(parameter).orElseThrow();
    String schema = workshop.bundle().name(parameter.schema(), Direction.WRITE);
    return wrongs.of(
        schema,
        right,
        parameter.required(),
        false,
        room,
        (keyword, value) -> workshop.arrives(parameter, value)
            && wrongs.refused(schema, keyword, Readings.of(parameter, value, right))
            && reaches(parameter, draft.with(parameter, value)),
        parameter.place());
  }

  /** Whether the request is still one for the operation, and one that servers read. */
  private boolean reaches(Parameter parameter, Draft changed) {
    return changed.isShort()
        && (parameter.in() != In.PATH || !overlap.shared(changed.operation(), changed.path()));
  }
}
