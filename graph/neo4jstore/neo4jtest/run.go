package neo4jtest

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// watchdog runs the server until its own standard input ends, which it does
// when the test process does, even if that is killed. Then it kills the server
// and removes its folder ($1). A signal from the terminal must not end the
// watchdog first. If the server ends by itself it says its last words.
const watchdog = `trap '' INT TERM HUP
dir=$1; shift
exec 3<&0
"$@" >"$dir/log" 2>&1 </dev/null 3<&- &
server=$!
(cat; kill -9 $server) <&3 >/dev/null 2>&1 &
wait $server
tail -n 1 "$dir/log"
rm -rf "$dir"`

// settings is neo4j.conf: small, local, silent, and without a lock-out after
// wrong passwords.
const settings = `server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:%[1]d
server.bolt.advertised_address=127.0.0.1:%[1]d
server.http.listen_address=127.0.0.1:%[2]d
server.http.advertised_address=127.0.0.1:%[2]d
server.memory.pagecache.size=256m
db.tx_log.preallocate=false
dbms.usage_report.enabled=false
dbms.security.auth_enabled=true
dbms.security.auth_max_failed_attempts=0
`

// run starts the server on free ports and sets its password.
func run(ctx context.Context, java, lib string) (Config, error) {
	dir, err := os.MkdirTemp("", "parley-neo4jtest-")
	if err != nil {
		return Config{}, err
	}
	bolt, web, err := freePorts()
	if err != nil {
		return Config{}, err
	}
	c := Config{
		URI:      fmt.Sprintf("bolt://127.0.0.1:%d", bolt),
		Username: "neo4j",
		Password: password(),
		HTTP:     fmt.Sprintf("http://127.0.0.1:%d", web),
	}
	if err := os.WriteFile(filepath.Join(dir, "neo4j.conf"), fmt.Appendf(nil, settings, bolt, web), 0o600); err != nil {
		return c, err
	}
	died, err := launch(java, lib, dir)
	if err != nil {
		return c, err
	}
	return c, ready(ctx, c, died)
}

// freePorts returns two ports that nobody listens on just now.
func freePorts() (int, int, error) {
	var ports [2]int
	for i := range ports {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return 0, 0, err
		}
		defer l.Close()
		ports[i] = l.Addr().(*net.TCPAddr).Port
	}
	return ports[0], ports[1], nil
}

// launch starts the server under the watchdog; the channel tells when it is
// gone. The write end of the watchdog's standard input stays open for as long
// as this process lives.
func launch(java, lib, dir string) (<-chan error, error) {
	args := []string{"-c", watchdog, "watchdog", dir, java, "-Xms256m", "-Xmx1g", "-XX:+UseParallelGC", "-Djava.io.tmpdir=" + dir}
	for _, pkg := range []string{"java.nio", "java.io", "sun.nio.ch", "java.util.concurrent"} {
		args = append(args, "--add-opens=java.base/"+pkg+"=ALL-UNNAMED")
	}
	args = append(args, "-cp", filepath.Join(lib, "*"), "org.neo4j.server.CommunityEntryPoint", "--home-dir="+dir, "--config-dir="+dir)
	cmd := exec.Command("sh", args...)
	var said bytes.Buffer
	cmd.Stdout = &said
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	died := make(chan error, 1)
	go func() {
		cmd.Wait()
		in.Close()
		died <- fmt.Errorf("the server ended: %s", bytes.TrimSpace(said.Bytes()))
	}()
	return died, nil
}

// ready waits until the server answers and changes the first password, which
// it insists on.
func ready(ctx context.Context, c Config, died <-chan error) error {
	d, err := connect(Config{URI: c.URI, Username: c.Username, Password: "neo4j"})
	if err != nil {
		return err
	}
	defer d.Close(ctx)
	for {
		_, err := neo4j.ExecuteQuery(ctx, d, "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password",
			map[string]any{"password": c.Password}, neo4j.EagerResultTransformer,
			neo4j.ExecuteQueryWithDatabase("system"))
		if err == nil {
			return nil
		}
		select {
		case err := <-died:
			return err
		case <-ctx.Done():
			return fmt.Errorf("the server doesn't answer: %w", firstLine(err))
		case <-time.After(200 * time.Millisecond):
		}
	}
}
