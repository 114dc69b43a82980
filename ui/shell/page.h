// SPDX-License-Identifier: GPL-3.0-or-later
// What a page is to the window that shows it. The window knows pages by their factories only and makes one at its first
// showing; a page gets its services by its constructor.
#pragma once

#include <QString>
#include <QWidget>

#include <functional>

namespace lw::ui {

class Page : public QWidget {
    Q_OBJECT
  public:
    using QWidget::QWidget;

    virtual QString title() const = 0;
    /// Reads the cache anew: at the first showing, after a sync, when the person asks. Never blocks the window.
    virtual void refresh() = 0;
    /// Puts the cursor into the page's search, where it has one (Ctrl+F).
    virtual void focusSearch() {}
    /// Another page or the command palette sends the person here with a filter in the page's own language; may be
    /// empty.
    virtual void open(const QString &filter) { Q_UNUSED(filter); }
    /// True when what the page shows is complete: nothing loading. Paired with readyChanged().
    virtual bool isReady() const { return true; }
    /// Stops the long work that the page told of by workStarted().
    virtual void cancelWork() {}
    // QWidget::actions() of a page stand in the command palette while the page exists.

  Q_SIGNALS:
    void readyChanged();
    void badgeChanged(int count);
    /// Go to another page: its id as in PageFactory, a filter in that page's language.
    void navigate(const QString &pageId, const QString &filter);
    void workStarted(const QString &text, bool cancellable);
    void workProgress(qint64 done, qint64 total);
    void workFinished();
    /// A short sentence for the status line ("Saved report.pdf").
    void notice(const QString &text);
};

struct PageFactory {
    QString id;     ///< "overview", "people", "loginlog", "reports"
    QString title;  ///< as the rail shows it, translated
    QString group;  ///< heading in the rail, translated; empty: above the first group
    std::function<Page *(QWidget *parent)> create;
    std::function<int()> badge;  ///< how many things on it need action; quick; may be empty
};

}  // namespace lw::ui
