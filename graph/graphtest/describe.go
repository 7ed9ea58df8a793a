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
	default:
		fmt.Fprintf(b, "%#v", v.Interface())
	}
}

func describeStruct(b *strings.Builder, v reflect.Value, indent string) {
	b.WriteString(v.Type().String() + "{")
	for i := range v.NumField() {
		if !v.Field(i).IsZero() {
			b.WriteString("\n" + indent + "\t" + v.Type().Field(i).Name + ": ")
			describeValue(b, v.Field(i), indent+"\t")
		}
	}
	b.WriteString("}")
}
