package resolve

import "slices"

// versions returns what was known of a meeting before all of its reports, which
// are sorted by ID, were there: one version for each day of publication but the
// last; instead are the reports of what took its place. What has no date of
// publication was known on no day: where there are such reports the meeting is
// no version of itself, and the last has one, too.
func versions(id string, group, instead []*facts, v voices) []Version {
	var days []string
	for _, r := range group {
		if r.Published != "" {
			days = union(days, []string{r.Published})
		}
	}
	slices.Sort(days)
	var out []Version
	ends := days[min(1, len(days)):]
	if slices.ContainsFunc(group, func(r *facts) bool { return r.Published == "" }) && len(days) > 0 {
		ends = append(slices.Clone(ends), "")
	}
	for i, end := range ends {
		was := Version{Meeting: merge(known(group, end), id, v), Since: days[i], Until: end}
		was.replace(known(instead, end))
		out = append(out, was)
	}
	return out
}

// known are the reports that were published before a day, or on any day if that
// is "".
func known(reports []*facts, day string) []*facts {
	return slices.DeleteFunc(slices.Clone(reports), func(r *facts) bool { return r.Published == "" || day != "" && r.Published >= day })
}
