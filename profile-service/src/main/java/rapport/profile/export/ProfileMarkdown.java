package rapport.profile.export;

/** A customer profile as CommonMark: the summary, and a list for each section. */
final class ProfileMarkdown {

  private ProfileMarkdown() {}

  static String of(Sheet sheet) {
    var document = new Markdown().title(sheet.title()).subtitle(sheet.subtitle());
    document.list(sheet.facts()).summary(sheet.summary());
    for (var section : sheet.sections()) {
      document.section(section.title()).list(section.lines());
    }
    return document.footer(sheet);
  }
}
