// Renders templates with Go's own engine, for comparison with the one in Java.
//
//	difference                 reads {"template", "data", "policy"?} line by line, writes {"output"} in base64 or {"error"}
//	difference bench DIRECTORY executes each *.tmpl of a directory with its data.json, and prints how often in a second
package main

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"text/template"
	"time"

	"github.com/Masterminds/sprig/v3"
	"sigs.k8s.io/yaml"
)

type request struct {
	Template string            `json:"template"`
	Data     map[string]string `json:"data"`
	Policy   string            `json:"policy"`
}

type answer struct {
	Output *string `json:"output,omitempty"`
	Error  string  `json:"error,omitempty"`
}

var functions = textFunctions()

func textFunctions() template.FuncMap {
	all := sprig.TxtFuncMap()
	for _, name := range []string{"env", "expandenv", "getHostByName"} {
		delete(all, name)
	}
	all["toYaml"] = toYaml
	all["fromYaml"] = fromYaml
	return all
}

// toYaml is what the existing operator has: no final line feed, and nothing at all where there is an error.
func toYaml(value any) string {
	text, err := yaml.Marshal(value)
	if err != nil {
		return ""
	}
	return strings.TrimSuffix(string(text), "\n")
}

// fromYaml gives a map in any case. What an error says is not compared.
func fromYaml(text string) map[string]any {
	values := map[string]any{}
	if err := yaml.Unmarshal([]byte(text), &values); err != nil {
		return map[string]any{"Error": true}
	}
	if values == nil {
		values = map[string]any{}
	}
	return values
}

func parse(text, policy string) (*template.Template, error) {
	if policy == "" {
		policy = "missingkey=error"
	}
	return template.New("k").Option(policy).Funcs(functions).Parse(text)
}

func render(r request) (out string, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	t, err := parse(r.Template, r.Policy)
	if err != nil {
		return "", err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, r.Data); err != nil {
		return "", err
	}
	return b.String(), nil
}

func answerAll(in io.Reader, out io.Writer) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 64<<20)
	w := bufio.NewWriter(out)
	defer w.Flush()
	encoder := json.NewEncoder(w)
	for lines.Scan() {
		var r request
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return err
		}
		var a answer
		if text, err := render(r); err != nil {
			a.Error = err.Error()
		} else {
			encoded := base64.StdEncoding.EncodeToString([]byte(text))
			a.Output = &encoded
		}
		if err := encoder.Encode(a); err != nil {
			return err
		}
	}
	return lines.Err()
}

func bench(directory string) error {
	raw, err := os.ReadFile(filepath.Join(directory, "data.json"))
	if err != nil {
		return err
	}
	var data map[string]string
	if err := json.Unmarshal(raw, &data); err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(directory, "*.tmpl"))
	if err != nil {
		return err
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		t, err := parse(string(text), "")
		if err != nil {
			return err
		}
		var best float64
		for round := 0; round < 5; round++ {
			start := time.Now()
			n := 0
			for ; n%100 != 0 || time.Since(start) < time.Second; n++ {
				var b bytes.Buffer
				if err := t.Execute(&b, data); err != nil {
					return err
				}
			}
			best = max(best, float64(n)/time.Since(start).Seconds())
		}
		name := strings.TrimSuffix(filepath.Base(file), ".tmpl")
		fmt.Printf("%-8s %10.0f renders/s\n", name, best)
	}
	return nil
}

func main() {
	err := error(nil)
	if len(os.Args) == 3 && os.Args[1] == "bench" {
		err = bench(os.Args[2])
	} else {
		err = answerAll(os.Stdin, os.Stdout)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
