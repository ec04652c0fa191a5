package dev.hew.mutants;

import dev.hew.cases.Case;
import dev.hew.verify.Answer;

/** What the unmutated server answered to a request of a case. */
record Exchange(Case one, Case.Request request, Answer answer) {}
