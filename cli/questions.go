package cli

import (
	"parley/questions"
	"parley/web"
)

// tabs are the saved questions as the playground's tabs.
func tabs() ([]web.Question, error) {
	all, err := questions.All()
	if err != nil {
		return nil, err
	}
	var out []web.Question
	for _, q := range all {
		out = append(out, web.Question(q))
	}
	return out, nil
}
