// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardenctl/terminal.h"

#include <cerrno>
#include <csignal>
#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>
#endif

namespace lw::ctl {

namespace {

constexpr int mostSecretBytes = 1024;
volatile std::sig_atomic_t gotInterrupt = 0;

extern "C" void onInterrupt(int)
{
    gotInterrupt = 1;
}

Error noTerminal()
{
    return makeError(Errc::Unsupported,
                     QStringLiteral("There is no terminal to ask at. Give the secret by a file descriptor, for example "
                                    "--password-fd 3 3<FILE."));
}

Error endOfInput()
{
    return makeError(Errc::Cancelled, QStringLiteral("Nothing was entered."));
}

#ifdef Q_OS_WIN
int readSome(int descriptor, char *byte)
{
    return _read(descriptor, byte, 1);
}

int writeSome(int descriptor, const char *bytes, int size)
{
    return _write(descriptor, bytes, static_cast<unsigned>(size));
}
#else
int readSome(int descriptor, char *byte)
{
    return static_cast<int>(::read(descriptor, byte, 1));
}

int writeSome(int descriptor, const char *bytes, int size)
{
    for (;;) {
        const ssize_t some = ::write(descriptor, bytes, static_cast<size_t>(size));
        if (some >= 0 || errno != EINTR) return static_cast<int>(some);
    }
}
#endif

/// Bytes go one by one into locked memory, so that no buffer keeps a copy and the next line stays where it is.
Result<Secret> readLine(int descriptor, bool &anything)
{
    Secret line(mostSecretBytes);
    int used = 0;
    anything = false;
    char byte = 0;
    while (readSome(descriptor, &byte) == 1) {
        anything = true;
        if (byte == '\n') break;
        if (used == mostSecretBytes)
            return makeError(Errc::InvalidInput,
                             QStringLiteral("The secret is longer than %1 bytes.").arg(mostSecretBytes));
        line[used++] = byte;
    }
    if (used > 0 && line[used - 1] == '\r') --used;
    byte = 0;
    line.resize(used);
    return line;
}

#ifdef Q_OS_WIN

class Terminal {
  public:
    explicit Terminal(bool echo)
        : m_in(
              CreateFileW(L"CONIN$", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, nullptr, OPEN_EXISTING, 0, nullptr))
    {
        if (!isOpen()) return;
        GetConsoleMode(m_in, &m_mode);
        if (!echo) SetConsoleMode(m_in, m_mode & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
        m_descriptor = _open_osfhandle(reinterpret_cast<intptr_t>(m_in), 0);
    }
    ~Terminal()
    {
        if (!isOpen()) return;
        SetConsoleMode(m_in, m_mode);
        _close(m_descriptor);
    }
    bool isOpen() const { return m_in != INVALID_HANDLE_VALUE; }
    int descriptor() const { return m_descriptor; }
    void write(const QByteArray &text) const
    {
        std::fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stderr);
    }

  private:
    HANDLE m_in;
    DWORD m_mode = 0;
    int m_descriptor = -1;
};

#else

class Terminal {
  public:
    explicit Terminal(bool echo) : m_descriptor(::open("/dev/tty", O_RDWR | O_CLOEXEC))
    {
        if (!isOpen() || tcgetattr(m_descriptor, &m_mode) != 0) return;
        termios quiet = m_mode;
        if (!echo) quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(m_descriptor, TCSAFLUSH, &quiet);
    }
    ~Terminal()
    {
        if (!isOpen()) return;
        tcsetattr(m_descriptor, TCSAFLUSH, &m_mode);
        ::close(m_descriptor);
    }
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;
    bool isOpen() const { return m_descriptor >= 0; }
    int descriptor() const { return m_descriptor; }
    void write(const QByteArray &text) const
    {
        // A terminal that takes no more text has gone; the read that follows says so.
        if (::write(m_descriptor, text.constData(), static_cast<size_t>(text.size())) < 0) return;
    }

  private:
    int m_descriptor;
    termios m_mode{};
};

#endif

Result<Secret> prompt(const QString &text, bool echo)
{
    Terminal terminal(echo);
    if (!terminal.isOpen()) return noTerminal();
    terminal.write(text.toUtf8() + ' ');
    bool anything = false;
    Result<Secret> line = readLine(terminal.descriptor(), anything);
    if (!echo) terminal.write("\n");
    if (!anything) return endOfInput();
    return line;
}

}  // namespace

Result<Secret> promptSecret(const QString &text)
{
    return prompt(text, false);
}

Result<QString> promptLine(const QString &text)
{
    const Result<Secret> line = prompt(text, true);
    if (!line) return line.error();
    return QString::fromUtf8(line->toByteArray());
}

Result<Secret> readSecretLine(int descriptor)
{
    bool anything = false;
    Result<Secret> line = readLine(descriptor, anything);
    if (!line) return line;
    if (!anything || line->isEmpty())
        return makeError(
            Errc::InvalidInput,
            QStringLiteral("No secret could be read from file descriptor %1. Open it for reading and write "
                           "the secret and a newline into it.")
                .arg(descriptor));
    return line;
}

void catchInterrupts()
{
    std::signal(SIGINT, onInterrupt);
    std::signal(SIGTERM, onInterrupt);
}

bool interrupted()
{
    return gotInterrupt != 0;
}

bool errorIsTerminal()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stderr)) != 0;
#else
    return isatty(fileno(stderr)) != 0;
#endif
}

bool outputIsTerminal()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stdout)) != 0;
#else
    return isatty(fileno(stdout)) != 0;
#endif
}

bool isOpenForWriting(int descriptor)
{
#ifdef Q_OS_WIN
    return _get_osfhandle(descriptor) != -1;
#else
    const int flags = ::fcntl(descriptor, F_GETFL);
    return flags >= 0 && (flags & O_ACCMODE) != O_RDONLY;
#endif
}

Result<void> writeSecret(int descriptor, const Secret &bytes)
{
    std::fflush(stdout);
    int written = 0;
    while (written < bytes.size()) {
        const int some = writeSome(descriptor, bytes.constData() + written, bytes.size() - written);
        if (some < 0)
            return makeError(Errc::Io, QStringLiteral("The secret could not be written to file descriptor %1. It is "
                                                      "lost; ask for a new one.")
                                           .arg(descriptor));
        written += some;
    }
    return {};
}

}  // namespace lw::ctl
