package rapport.profile.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import rapport.profile.profile.ProfileFields;
import rapport.profile.profile.ProfileTree;
import rapport.profile.store.StoredProfile;

/**
 * A profile in the source's structure, with what we know about it beside the tree.
 *
 * @param rev the conversation's revision it stands at
 * @param additional values of fields that are not the source's, by path; absent when there are none
 */
record ProfileDetail(
    String id,
    long rev,
    Progress progress,
    @JsonProperty("customer_profile") Map<String, Object> customerProfile,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> additional) {

  /** {@code missing} are the paths of required fields without a value. */
  record Progress(int done, int total, List<String> missing) {}

  static ProfileDetail of(StoredProfile stored, ProfileFields fields, ProfileTree tree) {
    var profile = stored.profile();
    var progress = fields.progress(profile);
    return new ProfileDetail(
        profile.id(),
        stored.rev(),
        new Progress(progress.done(), progress.total(), progress.missing()),
        tree.of(profile),
        tree.others(profile));
  }
}
