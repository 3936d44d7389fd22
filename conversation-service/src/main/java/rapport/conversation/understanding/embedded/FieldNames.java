package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ItemPath;
import rapport.conversation.flow.FlowTexts;
import rapport.conversation.understanding.embedded.Phrases.Named;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.value.Tokens;
import rapport.conversation.value.Wording;

/** What fields and phases are called: their labels, and the words that announce them. */
final class FieldNames {

  /** Nobody says more of them in a row; a wall of them must not take all our time. */
  private static final int MOST_PARTICLES = 3;

  private final Phrases<Set<String>> fields = new Phrases<>();
  private final Phrases<String> shortNames = new Phrases<>();
  private final Phrases<String> phaseNames = new Phrases<>();
  private final Phrases<String> groupWords = new Phrases<>();
  private final Language language;
  private final Wording wording;

  FieldNames(FlowTexts texts, Language language) {
    this.language = language;
    var owners = new HashMap<List<String>, Set<String>>();
    texts
        .fields()
        .forEach((path, words) -> {
          announce(owners, words.label(), path);
          words.cues().forEach(cue -> announce(owners, cue, path));
          language.field(path).cues().forEach(cue -> announce(owners, cue, path));
          announce(owners, path.substring(path.lastIndexOf('.') + 1).replace('_', ' '), path);
          language.field(path).names().forEach(name -> shortNames.add(Pattern.tokens(name), path));
        });
    owners.forEach(fields::add);
    texts
        .phases()
        .forEach((id, words) -> {
          phaseNames.add(Pattern.tokens(words.title()), id);
          phaseNames.add(Pattern.tokens(id), id);
        });
    texts
        .groups()
        .forEach((name, words) -> {
          row(words.item(), name);
          words.cues().forEach(cue -> row(cue, name));
        });
    var known = fields.words();
    known.addAll(phaseNames.words());
    known.addAll(groupWords.words());
    this.wording = language.wording().knowing(known);
  }

  /** How numbers are said, and words are written together, where these names may be among them. */
  Wording wording() {
    return wording;
  }

  private void row(String word, String group) {
    var words = Pattern.tokens(word);
    groupWords.add(words, group);
    several(words).forEach(several -> groupWords.add(several, group));
  }

  private void announce(Map<List<String>, Set<String>> owners, String words, String path) {
    var name = Pattern.tokens(words);
    owners.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(path);
    if (path.indexOf('[') >= 0) {
      several(name)
          .forEach(names -> owners.computeIfAbsent(names, _ -> new LinkedHashSet<>()).add(path));
    }
  }

  /** The plurals of a word: rows have durations. */
  private List<List<String>> several(List<String> words) {
    return Arrays.stream(language.word("plurals").split(" ", -1))
        .map(ending -> {
          var several = new ArrayList<>(words);
          several.set(several.size() - 1, several.getLast() + ending);
          return List.copyOf(several);
        })
        .toList();
  }

  /** Names that announce one of these fields, or a phase of theirs, in a command. */
  Names among(Map<String, String> phaseByPath) {
    return new Names() {
      @Override
      public @Nullable Named at(Tokens tokens, int at, int to) {
        return several(tokens, at, to, phaseByPath);
      }

      @Override
      public boolean skips(Tokens tokens, int at) {
        return particle(tokens, at) && !particle(tokens, at - MOST_PARTICLES);
      }
    };
  }

  /** Names that announce one of these fields, and no phases. */
  Names fieldsAmong(Set<String> paths) {
    return (tokens, at, to) -> {
      var from = language.afterOpeners("determiners", tokens, new Span(at, to)).from();
      var cue = cue(tokens, from, to, paths);
      return cue == null
          ? null
          : new Named(Set.of(cue.fields().iterator().next()), closed(tokens, cue.to(), to));
    };
  }

  private boolean particle(Tokens tokens, int at) {
    return language.list("particles").word(tokens.get(at).lower());
  }

  private @Nullable Named several(Tokens tokens, int at, int to, Map<String, String> phaseByPath) {
    var first = name(tokens, at, to, phaseByPath);
    if (first == null) {
      return null;
    }
    var named = new LinkedHashSet<>(first.fields());
    var end = first.to();
    for (var next = following(tokens, end, to, phaseByPath);
        next != null;
        next = following(tokens, end, to, phaseByPath)) {
      named.addAll(next.fields());
      end = next.to();
    }
    return new Named(named, end);
  }

  /** The rest of "age, income and education". */
  private @Nullable Named following(
      Tokens tokens, int at, int to, Map<String, String> phaseByPath) {
    var joint = tokens.is(at, ",") || language.has("name_joints", tokens, at);
    return joint ? name(tokens, at + 1, to, phaseByPath) : null;
  }

  private @Nullable Named name(Tokens tokens, int at, int to, Map<String, String> phaseByPath) {
    var from = language.afterOpeners("determiners", tokens, new Span(at, to)).from();
    var cue = cue(tokens, from, to, phaseByPath.keySet());
    var phase = phaseNames.longest(tokens, from, to, Names.NONE);
    if (phase != null && (cue == null || cue.to() <= phase.to())) {
      var members = new ArrayList<String>();
      phaseByPath.forEach((path, id) -> {
        if (id.equals(phase.meaning())) {
          members.add(path);
        }
      });
      if (!members.isEmpty()) {
        return new Named(new LinkedHashSet<>(members), closed(tokens, phase.to(), to));
      }
    }
    return cue == null
        ? shortName(tokens, from, to, phaseByPath.keySet())
        : new Named(Set.of(cue.fields().iterator().next()), closed(tokens, cue.to(), to));
  }

  /** What a field is called in commands only: "change the name". */
  private @Nullable Named shortName(Tokens tokens, int at, int to, Set<String> among) {
    var match = shortNames.longest(tokens, at, to, Names.NONE);
    return match == null || !among.contains(match.meaning())
        ? null
        : new Named(Set.of(match.meaning()), closed(tokens, match.to(), to));
  }

  private int closed(Tokens tokens, int at, int to) {
    return at + language.length("name_closers", tokens, at, to);
  }

  /** The longest words here that announce one of these fields; all the fields they announce. */
  @Nullable Named cue(Tokens tokens, int at, int to, Set<String> among) {
    var match = fields.longest(tokens, at, to, Names.NONE);
    if (match == null) {
      return null;
    }
    var announced = new LinkedHashSet<String>();
    for (var path : match.meaning()) {
      if (among.contains(path)) {
        announced.add(path);
      } else if (path.indexOf('[') >= 0) {
        among.stream()
            .filter(field -> ItemPath.template(field).equals(path))
            .forEach(announced::add);
      }
    }
    return announced.isEmpty() ? null : new Named(announced, match.to());
  }

  /**
   * The longest words here that announce a column of rows; the columns, as the flow writes them.
   */
  @Nullable Named column(Tokens tokens, int at, int to, Set<String> among) {
    var match = fields.longest(tokens, at, to, Names.NONE);
    if (match == null) {
      return null;
    }
    var columns = new LinkedHashSet<>(match.meaning());
    columns.retainAll(among);
    return columns.isEmpty() ? null : new Named(columns, match.to());
  }

  /** What the rows of groups are called, with the name of the group. */
  Phrases<String> groupWords() {
    return groupWords;
  }
}
