package graphtest

import (
	"fmt"
	"reflect"
	"strings"
)

// describe writes a query as indented Go-like text without its zero fields,
// for messages.
func describe(v any) string {
	var b strings.Builder
	describeValue(&b, reflect.ValueOf(v), "")
	return b.String()
}

func describeValue(b *strings.Builder, v reflect.Value, indent string) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			b.WriteString("nil")
			return
		}
		describeValue(b, v.Elem(), indent)
	case reflect.Struct:
		describeStruct(b, v, indent)
	case reflect.Slice:
		b.WriteString(v.Type().String() + "{")
		for i := range v.Len() {
			if i > 0 {
				b.WriteString(", ")
			}
			describeValue(b, v.Index(i), indent)
		}
		b.WriteString("}")
	case reflect.Int:
		b.WriteString(constant(v))
	default:
		fmt.Fprintf(b, "%#v", v.Interface())
	}
}

// constants are the names of package graph's enumerations, by type.
var constants = map[string][]string{
	"graph.Op":          {"Eq", "OneOf", "Contains", "StartsWith", "From", "To", "Present"},
	"graph.Direction":   {"Out", "In"},
	"graph.Quantifier":  {"Some", "Every", "None"},
	"graph.OrderBy":     {"ByProp", "ByEdge", "ByAggregate", "ByScore"},
	"graph.Aggregation": {"CountNodes", "Min", "Max"},
}

// constant names the value of an enumeration, or writes the number.
func constant(v reflect.Value) string {
	names := constants[v.Type().String()]
	if i := v.Int(); i >= 0 && i < int64(len(names)) {
		return "graph." + names[i]
	}
	return fmt.Sprint(v.Int())
}

func describeStruct(b *strings.Builder, v reflect.Value, indent string) {
	b.WriteString(v.Type().String() + "{")
	for i := range v.NumField() {
		// A comparison by Eq is the zero value, and says more when it is shown.
		if !v.Field(i).IsZero() || v.Type().Field(i).Name == "Op" {
			b.WriteString("\n" + indent + "\t" + v.Type().Field(i).Name + ": ")
			describeValue(b, v.Field(i), indent+"\t")
		}
	}
	b.WriteString("}")
}
