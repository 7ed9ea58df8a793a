package resolve

import "slices"

// versions returns what was known of a meeting before all of its reports, which
// are sorted by ID, were there: one version for each day of publication but the
// last; instead are the reports of what took its place. What has no date of publication was known on no day.
func versions(id string, group, instead []*facts, v voices) []Version {
	var days []string
	for _, r := range group {
		if r.Published != "" {
			days = union(days, []string{r.Published})
		}
	}
	slices.Sort(days)
	var out []Version
	for i := 1; i < len(days); i++ {
		was := Version{Meeting: merge(known(group, days[i]), id, v), Since: days[i-1], Until: days[i]}
		was.replace(known(instead, days[i]))
		out = append(out, was)
	}
	return out
}

// known are the reports that were published before a day.
func known(reports []*facts, day string) []*facts {
	return slices.DeleteFunc(slices.Clone(reports), func(r *facts) bool { return r.Published == "" || r.Published >= day })
}
