package rapport.conversation.flow.yaml;

import java.util.Collection;

/** Collects the mistakes of one file. */
public record Problems(String file, Collection<FlowProblem> found) {

  public void add(int line, String what, String fix) {
    found.add(new FlowProblem(file, line, what, fix));
  }

  public void add(YamlNode node, String what, String fix) {
    add(node.line(), what, fix);
  }
}
