// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a leavers' list with whom each of them means. What is in doubt stays so until a person decides: somebody
// is chosen, or the line is left out. Data only.
#pragma once

#include "core/import/leaversfile.h"
#include "core/people/peoplelist.h"
#include "core/policy/revocation.h"
#include "core/protocol/departure.h"
#include "ui/common/tokens.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>
#include <QTimeZone>

namespace lw::ui {

class LeaversModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Columns { Line, Written, Means, Departs, Result, NUM_COLUMNS };

    /// How a line stands.
    enum class Standing : quint8 {
        Opens,      ///< a case will be opened for one person
        Undecided,  ///< a person must choose
        LeftOut,    ///< decided: no case
        Nobody,     ///< matches nobody
        Unusable,   ///< the line cannot be read
        Refused     ///< the person is clear, and the back end would refuse the case: `why`
    };

    LeaversModel(const import::LeaversFile &file, people::PeopleList people, const QList<Departure> &cases,
                 const QDateTime &now, QObject *parent = nullptr);

    Standing standing(int row) const;
    /// A sentence: the doubt, or why nothing is opened; may be empty.
    QString why(int row) const;
    /// Whom a person may choose for this line; empty where nothing is to be chosen.
    QList<policy::LeaverCandidate> candidates(int row) const;
    QString personWords(const QString &userId) const;  ///< "Ann Lee (ann.lee), Sales"
    QString written(int row) const;                    ///< the line in the list's own words
    QString chosen(int row) const;                     ///< user ID; empty: nobody (yet)
    bool isDecided(int row) const;

    void choose(int row, const QString &userId);
    void leaveOut(int row);
    /// For lines without a date. UTC.
    void setUndated(const QDateTime &departedAt);
    int undated() const;  ///< lines that open a case and name no date

    int count(Standing standing) const;
    int breaches() const;                ///< cases whose 24 hours are over already
    int nextUndecided(int after) const;  ///< -1: none
    QList<protocol::NewDeparture> cases(const QString &reason) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    struct Row {
        policy::LeaverLine line;
        policy::LeaverVerdict verdict;
        QString unreadable;  ///< of a line that is no record
        QString chosen;      ///< of a doubt
        bool decided = false;
    };
    const people::PersonRow *person(const QString &userId) const;
    QDateTime departs(const Row &row) const;
    QString userOf(const Row &row) const;
    QString refusal(const Row &row) const;  ///< what the back end would say
    void judge();
    QString text(int row, int column) const;

    QList<Row> m_rows;
    QList<Standing> m_standings;
    QStringList m_whys;
    people::PeopleList m_people;
    QHash<QString, qsizetype> m_byId;  ///< rows of m_people
    QSet<QString> m_leaving;           ///< of whom a case is scheduled already
    QTimeZone m_zone;
    QDateTime m_now;
    QDateTime m_undated;
};

QString standingWords(LeaversModel::Standing standing);
Tone standingTone(LeaversModel::Standing standing);

}  // namespace lw::ui
