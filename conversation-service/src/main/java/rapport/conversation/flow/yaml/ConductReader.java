package rapport.conversation.flow.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.conversation.flow.Conduct;
import rapport.conversation.flow.Conduct.Remark;

/**
 * Reads how a flow is conducted: {@code modes}, {@code signals}, {@code open_ended}, {@code
 * remarks}, {@code next_steps}, {@code profile_context}.
 */
record ConductReader(Problems problems, Map<Remark, Integer> lines) {

  Conduct read(Keys keys) {
    return new Conduct(
        modes(keys),
        signals(keys.keys("signals")),
        keys.flag("open_ended", false),
        remarks(keys, "remarks"),
        remarks(keys, "next_steps"),
        keys.textMap("profile_context"));
  }

  private Conduct.@Nullable Modes modes(Keys keys) {
    if (keys.node("modes") == null) {
      return null;
    }
    var modes = keys.keys("modes");
    var read =
        new Conduct.Modes(modes.required("initial"), modes.texts("states"), modes.text("handoff"));
    modes.refuseOthers();
    return read;
  }

  private Map<String, String> signals(Keys keys) {
    var signals = new LinkedHashMap<String, String>();
    for (var name : keys.names()) {
      var signal = new Keys(keys.node(name), keys.line(name), "signal " + name, problems);
      signals.put(name, signal.required("source"));
      signal.refuseOthers();
    }
    return signals;
  }

  private List<Remark> remarks(Keys keys, String kind) {
    return keys.items(kind).stream().map(item -> remark(kind, item)).toList();
  }

  private Remark remark(String kind, YamlNode item) {
    var keys = new Keys(item, item.line(), "one of " + kind, problems);
    var remark = new Remark(keys.required("id"), Guards.read(keys, problems));
    keys.refuseOthers();
    lines.put(remark, item.line());
    return remark;
  }
}
